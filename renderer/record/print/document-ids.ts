/** What stands for the record's own card beside its statutory documents; no document has this id. */
export const recordCard = '';

/** What stands for the whole file of a case. */
export const dossierFile = 'dossier';
