INSERT INTO begruendung (
    area,
    bezug,
    text
)
VALUES (
    :area,
    :bezug,
    :text
)
ON CONFLICT (area, bezug) DO UPDATE SET
    text = excluded.text;
