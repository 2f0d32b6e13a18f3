INSERT INTO akteur_massnahme (
    akteur,
    massnahme
)
VALUES (
    :akteur,
    :massnahme
);
