/** Those who want to be told of something. One that throws does not keep the others from hearing. */
export class Listeners<Message> {
  readonly #all = new Set<(message: Message) => void>();

  /** Returns the way to stop listening. */
  add(listener: (message: Message) => void): () => void {
    this.#all.add(listener);
    return () => this.#all.delete(listener);
  }

  tell(message: Message): void {
    for (const listener of this.#all) {
      try {
        listener(message);
      } catch (error) {
        queueMicrotask(() => {
          throw error;
        });
      }
    }
  }
}
