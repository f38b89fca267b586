import type { DocumentName, Documents } from "./documents.ts";

/** One document as a device has it. No document in here carries its revision. */
export interface LocalDocument<Document> {
  /** As it is on this device. */
  readonly mine: Document;
  /** As the service last had it, and this device has taken in; null = it has never been there. */
  readonly base: Document | null;
  /** The service's count of writes at {@link base}; 0 = none. */
  readonly revision: number;
  /** What was sent, newest last, since an answer last came: the service may have any of these. */
  readonly sent: readonly Document[];
}

export type LocalDocuments = { readonly [Name in DocumentName]: LocalDocument<Documents[Name]> };

/** Where a device keeps them. Nothing here fails. */
export interface LocalDocumentStore {
  /** Null where there is none, or where it cannot be read. */
  read<Name extends DocumentName>(name: Name): Promise<LocalDocument<Documents[Name]> | null>;
  put<Name extends DocumentName>(name: Name, local: LocalDocument<Documents[Name]>): Promise<void>;
}
