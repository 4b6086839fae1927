"""What the community has: organizations, their services, where and when they are, and how they are found."""
