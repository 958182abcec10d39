// The shop's logo: made small here, so that nobody has to know how large a picture may be.
import { done } from "@fedele/sdk/browser.ts";
import { Button, FileButton, Group, Image, Input, Stack } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { api } from "../../../api.ts";
import { useSpeech } from "../../../language.ts";
import { RefusalAlert } from "../../../parts/states.tsx";
import { queries } from "../../../queries.ts";
import { logoOf } from "./shrinking.ts";

const KINDS = "image/png,image/jpeg,image/webp,image/svg+xml";

export function Logo({ logo, isReadOnly }: { logo: string | null; isReadOnly: boolean }) {
  const { say } = useSpeech();
  const { mutate, isPending, error } = useMutation({
    mutationFn: async (file: File | null) =>
      file === null
        ? done(api.DELETE("/v1/portal-settings/logo"))
        : done(api.PUT("/v1/portal-settings/logo", { body: await logoOf(file) })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["portal"] }),
  });
  return (
    <Input.Wrapper label={say("brand.logo")} description={say("brand.logoHint")} labelElement="div">
      <Stack gap="xs" mt={4}>
        {logo === null ? null : (
          <Group>
            <Image src={logo} alt={say("brand.logo")} h={48} w="auto" fit="contain" />
          </Group>
        )}
        <Group>
          <FileButton accept={KINDS} onChange={(file) => (file === null ? undefined : mutate(file))}>
            {(props) => (
              <Button variant="light" loading={isPending} disabled={isReadOnly} {...props}>
                {say(logo === null ? "brand.logoChoose" : "brand.logoChange")}
              </Button>
            )}
          </FileButton>
          {logo === null || isReadOnly ? null : (
            <Button variant="default" loading={isPending} onClick={() => mutate(null)}>
              {say("brand.logoRemove")}
            </Button>
          )}
        </Group>
        <RefusalAlert error={error} />
      </Stack>
    </Input.Wrapper>
  );
}
