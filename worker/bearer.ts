/** What stands after `Authorization: Bearer`; null where there is no such header, or it has another form. */
export function bearer(header: string | undefined): string | null {
  return /^Bearer ([A-Za-z0-9._~+/-]{1,400}=*)$/i.exec(header?.trim() ?? "")?.[1] ?? null;
}
