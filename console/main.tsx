import "@mantine/core/styles.css";
import "@mantine/notifications/styles.css";
import "@mantine/spotlight/styles.css";
import "mantine-datatable/styles.css";
import "./console.css";
import { i18n } from "@lingui/core";
import { I18nProvider } from "@lingui/react";
import { MantineProvider } from "@mantine/core";
import { ModalsProvider } from "@mantine/modals";
import { Notifications } from "@mantine/notifications";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { setNonce } from "get-nonce";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { preferredLanguage, speak } from "./language.ts";
import { queries } from "./queries.ts";
import { router } from "./routes.tsx";
import { SignInAgain } from "./shell/signInAgain.tsx";
import { readable, theme } from "./theme.ts";

/** The page's policy lets in no style without it. Vite writes it into the page, the server gives it its value. */
const nonce = document.querySelector<HTMLMetaElement>("meta[property=csp-nonce]")?.nonce ?? "";

// For what keeps the page from scrolling behind a dialog.
setNonce(nonce);

const appearance = { theme, cssVariablesResolver: readable, getStyleNonce: () => nonce };

function Console() {
  return (
    <StrictMode>
      <I18nProvider i18n={i18n}>
        <QueryClientProvider client={queries}>
          <MantineProvider defaultColorScheme="auto" {...appearance}>
            <ModalsProvider>
              <Notifications position="bottom-center" limit={3} />
              <RouterProvider router={router} />
              <SignInAgain />
            </ModalsProvider>
          </MantineProvider>
        </QueryClientProvider>
      </I18nProvider>
    </StrictMode>
  );
}

const root = document.getElementById("root");
if (root === null) throw new Error("the page has no place for the console");
await speak(preferredLanguage());
createRoot(root).render(<Console />);
