// One customer after the other: who is it, what did they buy, done.
import { Alert, Box, Container } from "@mantine/core";
import { useDocumentTitle } from "@mantine/hooks";
import { IconSchool } from "@tabler/icons-react";
import { useSpeech } from "../../language.ts";
import type { Device } from "./deviceStore.ts";
import { Done } from "./done.tsx";
import { Find } from "./find.tsx";
import { Frame } from "./frame.tsx";
import { GivenReward } from "./given.tsx";
import { Join } from "./join.tsx";
import { Sale } from "./sale.tsx";
import { ShiftReport } from "./shift.tsx";
import { useStage } from "./stage.ts";
import { type Mode, useTill } from "./till.ts";

type Around = {
  onTraining(mode: Mode): void;
  /** To another location. */
  onMove(): void;
  onDevice(device: Device | null): void;
};

export function Desk(around: Around) {
  const { say } = useSpeech();
  const { isTraining, name } = useTill();
  const { stage, setStage, next } = useStage();
  useDocumentTitle(`${name} · ${say("till.title")}`);
  return (
    <Box mih="100dvh">
      <Frame {...around} isBusy={stage.at === "sale"} onShift={() => setStage({ at: "shift" })} />
      <Container component="main" size="lg" py="md" px={{ base: "sm", sm: "md" }}>
        {isTraining ? (
          <Alert color="yellow" variant="filled" autoContrast mb="md" icon={<IconSchool aria-hidden />}>
            {say("till.training")}
          </Alert>
        ) : null}
        {stage.at === "find" ? <Find onStage={setStage} /> : null}
        {stage.at === "shift" ? <ShiftReport onBack={next} /> : null}
        {stage.at === "join" ? <Join phone={stage.phone} onStage={setStage} onBack={next} /> : null}
        {stage.at === "sale" ? <Sale customer={stage.customer} onStage={setStage} onBack={next} /> : null}
        {stage.at === "done" ? <Done sold={stage.sold} onNext={next} /> : null}
        {stage.at === "given" ? <GivenReward given={stage.given} onNext={next} /> : null}
      </Container>
    </Box>
  );
}
