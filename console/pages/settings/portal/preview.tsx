// The portal as a member will have it in the hand: the header, the points, a button and the card.
import { readableOn, textOn } from "@fedele/core/contrast.ts";
import { Stack, Text } from "@mantine/core";
import { useSpeech } from "../../../language.ts";
import { QrCode } from "../../till/qr.tsx";
import { COLOUR } from "./fields.tsx";
import classes from "./preview.module.css";

const GROUND = "#f4f5f7";
const POINTS = 340;
const UNKNOWN = "#868e96";

type Shown = { readonly name: string; readonly color: string; readonly logo: string | null };

export function Preview({ name, color: chosen, logo }: Shown) {
  const { say, number } = useSpeech();
  const color = COLOUR.test(chosen) ? chosen : UNKNOWN;
  const filled = { background: color, color: textOn(color) };
  return (
    <Stack gap="xs" align="center">
      <Text size="sm" c="dimmed">
        {say("brand.preview")}
      </Text>
      <section className={classes.phone} aria-label={say("brand.preview")}>
        <div className={classes.top} style={filled}>
          {logo === null ? null : <img className={classes.logo} src={logo} alt="" />}
          <span className={classes.name}>{name}</span>
        </div>
        <div className={classes.page}>
          <div className={classes.block}>
            <div className={classes.quiet}>{say("brand.previewPoints")}</div>
            <div className={classes.big}>{number(POINTS)}</div>
            <div style={{ color: readableOn(color, GROUND) }} className={classes.link}>
              {say("brand.previewLink")}
            </div>
          </div>
          <div className={classes.button} style={filled}>
            {say("brand.previewButton")}
          </div>
          <div className={classes.card}>
            <QrCode text={name.toUpperCase()} label={say("brand.previewCard")} />
          </div>
        </div>
      </section>
    </Stack>
  );
}
