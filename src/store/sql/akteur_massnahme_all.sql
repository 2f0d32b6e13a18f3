SELECT
    akteur,
    massnahme
FROM akteur_massnahme
ORDER BY akteur, massnahme;
