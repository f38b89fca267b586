import * as v from "valibot";
import file from "./helpNumbers.json";

const Telephone = v.pipe(v.string(), v.regex(/^\d[\d -]{1,14}\d$/));

const HelpNumber = v.strictObject({
  id: v.picklist([
    "nl-112",
    "nl-113",
    "nl-veilig-thuis",
    "nl-luisterlijn",
    "be-112",
    "be-101",
    "be-1813",
    "be-1712",
    "be-106",
  ]),
  number: Telephone,
  /** A second number of the same line. */
  also: v.exactOptional(Telephone),
  /** Where the line itself says so. */
  source: v.pipe(v.string(), v.regex(/^https:\/\/[a-z0-9.-]+\.[a-z]{2,}$/)),
});
export type HelpNumber = Readonly<v.InferOutput<typeof HelpNumber>>;

/** The data file of the help page: each number with its source, each country with the day on which it was checked. */
export const HelpNumbers = v.strictObject({
  countries: v.pipe(
    v.array(
      v.strictObject({
        country: v.picklist(["nl", "be"]),
        checked: v.pipe(v.string(), v.isoDate()),
        numbers: v.pipe(v.array(HelpNumber), v.minLength(1)),
      }),
    ),
    v.minLength(1),
  ),
});
export type HelpCountry = Readonly<v.InferOutput<typeof HelpNumbers>["countries"][number]>;

/** Numbers per country, the reader's own first. @param locale such as nl-BE */
export function helpCountries(locale: string): readonly HelpCountry[] {
  const { countries } = v.parse(HelpNumbers, file);
  const own = locale.toLowerCase().split("-")[1];
  return countries.toSorted((one, other) => Number(other.country === own) - Number(one.country === own));
}

/** As a telephone takes it. */
export function telephoneLink(number: string): string {
  return `tel:${number.replaceAll(/\D/g, "")}`;
}
