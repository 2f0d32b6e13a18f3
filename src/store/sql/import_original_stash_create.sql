CREATE TEMP TABLE stashed_original (
    import,
    packed
);
