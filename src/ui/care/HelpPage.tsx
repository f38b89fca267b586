import type { SayCare } from "../../i18n/careWords.ts";
import type { CareProps } from "./CareSheet.tsx";
import { type HelpCountry, helpCountries, telephoneLink } from "./helpNumbers.ts";
import { quickExit } from "./quickExit.ts";

/** Being unsafe is never something to breathe away: whom to call, on top the way out of here. */
export function HelpPage({ app, say }: CareProps) {
  const { locale } = app.words.value;
  const day = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" });
  const countries = helpCountries(locale);
  return (
    <>
      <div class="sheet-body">
        <p class="help-first">{say("help.first")}</p>
        {countries.map((country) => (
          <Country key={country.country} country={country} say={say} day={day} />
        ))}
        <p>{say("help.elsewhere")}</p>
        <p class="aside">
          {say("help.plain")} {say("help.offline")}
        </p>
      </div>
      <div class="sheet-foot care-foot">
        <button type="button" class="plain" onClick={() => app.sheets.push({ kind: "care", page: "ground" })}>
          {say("care.tooMuch")}
        </button>
        <button type="button" class="plain" aria-describedby="exit-what" onClick={() => void quickExit(app)}>
          {say("exit.do")}
        </button>
        <p id="exit-what" class="unseen">
          {say("exit.what")}
        </p>
      </div>
    </>
  );
}

function Country({
  country: { country, numbers, checked },
  say,
  day,
}: {
  readonly country: HelpCountry;
  readonly say: SayCare;
  readonly day: Intl.DateTimeFormat;
}) {
  return (
    <section>
      <h3>{say(`help.${country}`)}</h3>
      <ul class="numbers">
        {numbers.map(({ id, number, also }) => (
          <li key={id}>
            <a href={telephoneLink(number)} aria-label={say("help.call", { number })}>
              {number}
            </a>
            <span>
              {say(`help.${id}`)}
              {also && (
                <>
                  {" "}
                  <a class="also" href={telephoneLink(also)}>
                    {say("help.or", { number: also })}
                  </a>
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
      <p class="aside">{say("help.checked", { date: day.format(new Date(checked)) })}</p>
    </section>
  );
}
