//! From a workbook to the exported sentence.
