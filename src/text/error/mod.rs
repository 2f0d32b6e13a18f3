//! Wording of failures, one file per layer. The layers match their own variants exhaustively and ask here for the words.
