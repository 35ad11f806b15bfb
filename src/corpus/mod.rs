//! The folder of interviews, and the index kept in step with it.
