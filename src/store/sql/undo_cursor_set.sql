UPDATE temp.undo_cursor
SET step = :step;
