// What stands before the sign-in: one card in the middle, the mark above it, the choice of language below.
import { languages } from "@fedele/core/sentences.ts";
import { Anchor, Center, Group, Image, Paper, Stack, Text } from "@mantine/core";
import { useDocumentTitle } from "@mantine/hooks";
import type { ReactNode } from "react";
import { chooseLanguage, languageNames, useSpeech } from "../language.ts";

export function Door({ title, children }: { title: string; children: ReactNode }) {
  const { language } = useSpeech();
  useDocumentTitle(`${title} · Fedele`);
  return (
    <Center component="main" mih="100dvh" p="md">
      <Stack w="100%" maw={400} gap="lg">
        <Group justify="center" gap="xs">
          <Image src="/fedele.svg" alt="" w={32} h={32} />
          <Text fw={700} size="xl">
            Fedele
          </Text>
        </Group>
        <Paper withBorder p="lg">
          <Stack>{children}</Stack>
        </Paper>
        <Group justify="center" gap="md">
          {languages.map((one) => (
            <Anchor
              key={one}
              component="button"
              type="button"
              size="sm"
              lang={one}
              c={one === language ? "var(--mantine-color-text)" : "dimmed"}
              aria-current={one === language ? "true" : undefined}
              onClick={() => chooseLanguage(one)}
            >
              {languageNames[one]}
            </Anchor>
          ))}
        </Group>
      </Stack>
    </Center>
  );
}
