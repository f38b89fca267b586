import type { Page } from "playwright-core";

/** What the app keeps on the device under a key; undefined where there is nothing. */
export function readKept(page: Page, key: string): Promise<unknown> {
  return page.evaluate(inKeep, { key });
}

/** Keeps a value where the app does, in place of what was there. */
export async function writeKept(page: Page, key: string, value: unknown): Promise<void> {
  await page.evaluate(inKeep, { key, write: { value } });
}

/** In the page: reads a kept value, or writes one. */
export async function inKeep({ key, write }: { key: string; write?: { value: unknown } }): Promise<unknown> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open("luwte", 1);
    request.onupgradeneeded = () => request.result.createObjectStore("kept");
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const transaction = database.transaction("kept", write ? "readwrite" : "readonly");
  const store = transaction.objectStore("kept");
  const request = write ? store.put(write.value, key) : store.get(key);
  await new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onerror = () => reject(transaction.error);
  });
  database.close();
  return write ? undefined : request.result;
}
