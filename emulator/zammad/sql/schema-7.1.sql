ALTER TABLE ticket_articles DROP COLUMN "references";
ALTER TABLE ticket_articles ADD COLUMN detected_language varchar(8);
