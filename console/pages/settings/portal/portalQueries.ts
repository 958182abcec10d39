// The portal as its shop has set it, and as it answers to whoever comes.
import { answered } from "@fedele/sdk/browser.ts";
import { useQuery } from "@tanstack/react-query";
import { api } from "../../../api.ts";
import { useSession } from "../../../session.ts";

export function usePortalSettings() {
  return useQuery({ queryKey: ["portal", "settings"], queryFn: () => answered(api.GET("/v1/portal-settings")) });
}

export function usePortal() {
  const { tenant } = useSession();
  const { slug } = tenant;
  return useQuery({
    queryKey: ["portal", "shown"],
    queryFn: () => answered(api.GET("/v1/portal/{slug}", { params: { path: { slug } } })),
  });
}
