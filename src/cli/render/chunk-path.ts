/** Where the page in Chromium posts the samples of a chunk, left then right. */
export const CHUNK_PATH = "/chunk";
