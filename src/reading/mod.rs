//! From the bytes of a file to an interview and warnings.
