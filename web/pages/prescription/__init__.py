"""The prescription: looked over and issued, on paper, as text messages, and behind the member's own link."""
