// What the screens of an import ask for, and do.
import { answered, done } from "@fedele/sdk/browser.ts";
import type { MemberImport, MemberMapping } from "@fedele/sdk/schemas/memberImport.ts";
import { useQuery } from "@tanstack/react-query";
import { api } from "../../api.ts";
import { queries } from "../../queries.ts";

const RUNNING_MS = 1_000;
const SHOWN_MAX = 10;

/** Followed while it runs, also when it was started elsewhere. */
export function useImport(importId: string) {
  return useQuery({
    queryKey: ["memberImports", importId],
    queryFn: () => answered(api.GET("/v1/member-imports/{importId}", { params: { path: { importId } } })),
    refetchInterval: ({ state }) => (state.data?.state === "running" ? RUNNING_MS : false),
  });
}

export function useImports() {
  return useQuery({
    queryKey: ["memberImports"],
    queryFn: () => answered(api.GET("/v1/member-imports", { params: { query: { limit: SHOWN_MAX } } })),
  });
}

/** The file goes up whole; nobody is enrolled by it. */
export async function upload(file: File): Promise<MemberImport> {
  const content = await inBase64(file);
  return answered(api.POST("/v1/member-imports", { body: { content } }));
}

function inBase64(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ""));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}

export function remap(importId: string, body: MemberMapping): Promise<MemberImport> {
  return answered(api.PUT("/v1/member-imports/{importId}/mapping", { params: { path: { importId } }, body }));
}

export function run(importId: string): Promise<MemberImport> {
  return answered(api.POST("/v1/member-imports/{importId}/run", { params: { path: { importId } } }));
}

/** Its rows are gone; who was enrolled stays. */
export async function discard(importId: string): Promise<void> {
  await done(api.DELETE("/v1/member-imports/{importId}", { params: { path: { importId } } }));
  await queries.invalidateQueries({ queryKey: ["memberImports"] });
}

/** What was done to an import is what is shown of it; members may have come by it. */
export async function changed(now: MemberImport): Promise<void> {
  queries.setQueryData(["memberImports", now.id], now);
  await Promise.all([
    queries.invalidateQueries({ queryKey: ["memberImports"], exact: true }),
    queries.invalidateQueries({ queryKey: ["members"] }),
  ]);
}
