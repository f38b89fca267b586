/** Entries of the keep that say that a person has more than the app itself: then there is an account to load. */
export const ACCOUNT_KEY = "account";
export const MIXES_KEY = "document:mixes";
export const SEEN_KEY = "seen";
