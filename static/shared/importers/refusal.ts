/** An import that cannot be taken, in words: what is wrong with the file and what to do. */
export class ImportRefused extends Error {}
