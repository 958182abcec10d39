import "@mantine/core/styles/default-css-variables.css";
import "@mantine/core/styles/baseline.css";
import "@mantine/core/styles/global.css";
import "@mantine/core/styles/UnstyledButton.css";
import "@mantine/core/styles/Loader.css";
import "@mantine/core/styles/Button.css";
import "@mantine/core/styles/Input.css";
import "@mantine/core/styles/PinInput.css";
import "@mantine/core/styles/Group.css";
import "@mantine/core/styles/Stack.css";
import "./portal.css";
import { i18n } from "@lingui/core";
import { I18nProvider } from "@lingui/react";
import { createTheme, MantineProvider } from "@mantine/core";
import { QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app.tsx";
import { preferredLanguage, speak } from "./language.ts";
import { keepAnswers, queries, remember } from "./queries.ts";

/** Colours are the brand's stylesheet and portal.css: no style is written into the page. */
const theme = createTheme({ respectReducedMotion: true, cursorType: "pointer" });

function Portal() {
  return (
    <StrictMode>
      <I18nProvider i18n={i18n}>
        <QueryClientProvider client={queries}>
          <MantineProvider
            theme={theme}
            defaultColorScheme="auto"
            withCssVariables={false}
            withGlobalClasses={false}
            withStaticClasses={false}
            deduplicateCssVariables={false}
          >
            <App />
          </MantineProvider>
        </QueryClientProvider>
      </I18nProvider>
    </StrictMode>
  );
}

const root = document.getElementById("root");
if (root === null) throw new Error("the page has no place for the portal");
remember();
keepAnswers();
await speak(preferredLanguage());
createRoot(root).render(<Portal />);
navigator.serviceWorker?.register("/p/worker.js").catch(() => {
  // Without it everything works but what needs no connection: a private window has none.
});
