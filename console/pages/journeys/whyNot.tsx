// "Why not me?": whether one member would be let in now, and what stands in the way.
import { isFieldName } from "@fedele/core/fields.ts";
import { answered } from "@fedele/sdk/browser.ts";
import type { ListedMember } from "@fedele/sdk/schemas/memberTable.ts";
import { Alert, Card, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../api.ts";
import { useSpeech } from "../../language.ts";
import { fieldText } from "../../parts/conditions/words.ts";
import { MemberPicker } from "../../parts/memberPicker.tsx";
import { RefusalAlert } from "../../parts/states.tsx";

export function WhyNot({ journeyId }: { journeyId: string }) {
  const { say } = useSpeech();
  const [member, setMember] = useState<ListedMember>();
  const memberId = member?.id ?? "";
  const { data, error } = useQuery({
    queryKey: ["journeys", journeyId, "why", memberId],
    queryFn: () =>
      answered(api.GET("/v1/journeys/{journeyId}/members/{memberId}", { params: { path: { journeyId, memberId } } })),
    enabled: memberId !== "",
  });
  const field = data?.field;
  return (
    <Card withBorder>
      <Title order={2} size="h4" mb="sm">
        {say("journeys.why")}
      </Title>
      <Stack>
        <MemberPicker label={say("journeys.whyWho")} chosen={member} onChoose={setMember} except="" />
        <RefusalAlert error={error} />
        {data === undefined ? null : (
          <Alert color={data.mayEnter ? "green" : "gray"} role="status">
            <Text size="sm">{say(`journeys.why.${data.reason}`)}</Text>
            {field !== undefined && isFieldName(field) ? (
              <Text size="sm">{say("journeys.whyField", { field: say(fieldText(field)) })}</Text>
            ) : null}
          </Alert>
        )}
      </Stack>
    </Card>
  );
}
