//! Every command undoes and redoes.
