/** A line that a screen reader hears as it changes; it takes no room while there is nothing to say. */
export function Said({ text }: { readonly text: string | null }) {
  return (
    <p class="said" role="status">
      {text}
    </p>
  );
}
