/** One file of the built client, as src/cli/serve/site-manifest.ts describes it. */
export interface SiteFile {
  readonly type: string;
  /** Hash of the content, unquoted. */
  readonly hash: string;
  readonly bytes: number;
  /** Size of the precompressed copy; null where compressing does not pay (audio, images). */
  readonly gzipBytes: number | null;
}

/** Every file that may be served, by its path; what is not listed does not exist. */
export type SiteManifest = Readonly<Record<string, SiteFile>>;
