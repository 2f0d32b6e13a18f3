INSERT INTO ausgabe (
    reference,
    shown,
    given_out_on
)
VALUES (
    :reference,
    :shown,
    :given_out_on
)
ON CONFLICT (reference) DO UPDATE SET
    shown = excluded.shown,
    given_out_on = excluded.given_out_on;
