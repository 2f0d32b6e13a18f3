SELECT
    id,
    code,
    name,
    definition,
    numerator,
    denominator,
    age_bounds,
    unit,
    scale,
    decimals,
    direction,
    dimension,
    handlungsfeld,
    source,
    caveat,
    is_population
FROM indicator
ORDER BY id;
