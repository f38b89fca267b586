const API = /^https?:\/\/[^/]*\/api(?:[/?]|$)/;

/** Whether an address is the API's. Parsing it as a URL would cost a tenth of what a request may cost. */
export function isApi(url: string): boolean {
  return API.test(url);
}
