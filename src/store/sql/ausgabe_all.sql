SELECT
    reference,
    shown,
    given_out_on
FROM ausgabe
ORDER BY reference;
