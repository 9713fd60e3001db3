"""WHAT GOES OUT: letters and sheets made from a case. Decides nothing and stores nothing: data in, bytes out."""
