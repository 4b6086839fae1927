"""What people write about times, prices, ages and access, turned into structure where it is certain."""
