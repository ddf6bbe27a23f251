"""What is put together for a visit: parts that areas declare (contents), made by a worker or on the command line."""
