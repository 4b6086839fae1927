"""The hard rules, one function each, in families: welcome, reach, purse and standing. See `recommender.eligibility`."""
