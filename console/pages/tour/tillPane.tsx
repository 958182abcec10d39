// The till itself, at one of the demo's places, as whoever is signed in.
import { Text } from "@mantine/core";
import { useSpeech } from "../../language.ts";
import classes from "./tour.module.css";
import { usePlace } from "./tourFacts.ts";

export function TillPane() {
  const { say } = useSpeech();
  const place = usePlace();
  return (
    <section className={classes.pane} data-pane="till" aria-label={say("tour.pane.till")}>
      <Text fw={600} className={classes.paneName}>
        {say("tour.pane.till")}
      </Text>
      {place == null ? null : (
        <iframe
          className={classes.screen}
          title={say("tour.pane.till")}
          src={`/till?place=${encodeURIComponent(place.code)}`}
        />
      )}
    </section>
  );
}
