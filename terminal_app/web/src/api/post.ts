export type PostResult = "accepted" | "not_now" | "refused" | "unreachable";

const timeoutMs = 5000;

/** Sends one action. Never repeated by itself: a repeated PIN would cost the patient a try. */
export async function post(url: string, action: object): Promise<PostResult> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), timeoutMs);
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(action),
      signal: abort.signal,
    });
    if (response.ok) return "accepted";
    return response.status === 409 ? "not_now" : "refused";
  } catch {
    return "unreachable";
  } finally {
    clearTimeout(timer);
  }
}
