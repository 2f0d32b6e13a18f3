SELECT
    id,
    akteur,
    function,
    name,
    reach,
    purpose,
    delete_on
FROM kontaktperson
ORDER BY id;
