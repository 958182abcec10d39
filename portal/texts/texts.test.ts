import { compileMessage } from "@lingui/message-utils/compileMessage";
import { describeTexts } from "../../tests/support/texts.ts";
import { cs } from "./cs.ts";
import { de } from "./de.ts";
import { en } from "./en.ts";
import { it } from "./it.ts";
import { ro } from "./ro.ts";

describeTexts({ en, it, ro, de, cs }, import.meta.dirname, compileMessage);
