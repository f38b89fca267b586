import type { Language } from "../session/schema.ts";

/** Calm reading: slower than a device's usual pace. */
const RATE = 0.8;

/** The device's own speech. Each call is one sentence; nothing queues up: it takes the place of one that is not over. */
export interface Speech {
  /** Whether the device has a voice for the language. */
  available(language: Language): boolean;
  /** Speaks; resolves when it is done or could not be. */
  say(text: string, language: Language, gainDb: number): Promise<void>;
  hush(): void;
}

/** Speech over `speechSynthesis`; on devices without it, never available. */
export function deviceSpeech(synthesis: SpeechSynthesis | undefined): Speech {
  const voiceFor = (language: Language) => {
    const voices =
      synthesis?.getVoices().filter((voice) => voice.lang.toLowerCase().startsWith(language)) ?? [];
    return voices.find((voice) => voice.localService) ?? voices[0];
  };
  return {
    available: (language) => voiceFor(language) !== undefined,
    say(text, language, gainDb) {
      const voice = voiceFor(language);
      if (!synthesis || !voice) return Promise.resolve();
      return new Promise((resolve) => {
        const utterance = new SpeechSynthesisUtterance(text);
        utterance.voice = voice;
        utterance.lang = voice.lang;
        utterance.rate = RATE;
        utterance.volume = Math.min(1, 10 ** (gainDb / 20));
        utterance.onend = () => resolve();
        utterance.onerror = () => resolve();
        if (synthesis.speaking || synthesis.pending) synthesis.cancel();
        synthesis.speak(utterance);
      });
    },
    hush: () => synthesis?.cancel(),
  };
}
