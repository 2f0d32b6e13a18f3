INSERT INTO kontaktperson (
    id,
    akteur,
    function,
    name,
    reach,
    purpose,
    delete_on
)
VALUES (
    :id,
    :akteur,
    :function,
    :name,
    :reach,
    :purpose,
    :delete_on
)
ON CONFLICT (id) DO UPDATE SET
    akteur = excluded.akteur,
    function = excluded.function,
    name = excluded.name,
    reach = excluded.reach,
    purpose = excluded.purpose,
    delete_on = excluded.delete_on
RETURNING id;
