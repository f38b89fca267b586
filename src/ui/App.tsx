import { Ended } from "./home/Ended.tsx";
import { Home } from "./home/Home.tsx";
import type { App } from "./model/app.ts";
import { Night } from "./night/Night.tsx";
import { NoticeLine } from "./parts/NoticeLine.tsx";
import { SheetHost } from "./parts/SheetHost.tsx";

/** The whole screen. */
export function Screen({ app }: { readonly app: App }) {
  const view = app.view.value;
  const Cover = app.covered.value;
  if (Cover) return <Cover app={app} />;
  return (
    <>
      {view === "home" && <Home app={app} />}
      {view === "night" && <Night app={app} />}
      {view === "ended" && <Ended app={app} />}
      <NoticeLine app={app} />
      <SheetHost app={app} />
    </>
  );
}
