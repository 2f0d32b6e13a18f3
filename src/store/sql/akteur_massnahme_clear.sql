DELETE FROM akteur_massnahme
WHERE akteur = :akteur;
