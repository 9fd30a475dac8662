// A terminal that shows whatever a test puts on it and records what the pages send. It speaks the
// interface of docs/terminal-api.md, so that every screen can be drawn without hardware.
import { createReadStream, existsSync, statSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";

import type { PatientScreen } from "../../../terminal_app/web/src/api/patient_screen";
import type { StaffView } from "../../../terminal_app/web/src/api/staff_view";
import { builtPages } from "./front_end";

const types: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".jpg": "image/jpeg",
};

/** The headers of the real terminal; its content security policy is part of what is tested. */
const headers = {
  "Content-Security-Policy": "default-src 'self'",
  "X-Content-Type-Options": "nosniff",
  "Cache-Control": "no-store",
};

export class ScriptedTerminal {
  readonly actions: unknown[] = [];
  answerStatus = 204;
  preview: string | undefined;
  photo: string | undefined;
  /** What the fallback desk answers to every question and action. */
  fallback: object = { open: false };
  /** What is confirmed later. */
  later: object[] = [];
  paperCheck: object = { faults: [], name: null };

  #server: Server | undefined;
  #streams = new Map<ServerResponse, "screen" | "staff">();
  #current: { screen?: PatientScreen; staff?: StaffView } = {};

  async start(port = 0): Promise<string> {
    const server = createServer((request, response) => void this.#answer(request, response));
    this.#server = server;
    await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    this.#streams.clear();
    if (!server) return;
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }

  show(screen: PatientScreen): void {
    this.#current.screen = screen;
    this.#send("screen", screen);
  }

  showStaff(view: StaffView): void {
    this.#current.staff = view;
    this.#send("staff", view);
  }

  #send(name: "screen" | "staff", value: object): void {
    for (const [stream, wanted] of this.#streams) if (wanted === name) this.#write(stream, name, value);
  }

  #write(stream: ServerResponse, name: string, value: object): void {
    stream.write(`event: ${name}\ndata: ${JSON.stringify(value)}\n\n`);
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = new URL(request.url ?? "/", "http://terminal").pathname;
    if (request.method === "POST") return this.#record(request, response);
    if (path === "/api/patient/events") return this.#subscribe(response, "screen");
    if (path === "/api/staff/events") return this.#subscribe(response, "staff");
    if (path === "/api/staff/fallback") return this.#json(response, this.fallback);
    if (path === "/api/staff/later") return this.#json(response, { rows: this.later });
    if (path === "/api/patient/preview.mjpeg") return this.#file(response, this.preview);
    if (path === "/api/staff/photo") return this.#file(response, this.photo);
    const name = path === "/" ? "index.html" : path === "/staff" ? "staff/index.html" : path;
    return this.#file(response, join(builtPages(), normalize(name)));
  }

  #subscribe(response: ServerResponse, name: "screen" | "staff"): void {
    response.writeHead(200, { ...headers, "Content-Type": "text/event-stream" });
    this.#streams.set(response, name);
    response.on("close", () => this.#streams.delete(response));
    const current = this.#current[name];
    if (current) this.#write(response, name, current);
  }

  async #record(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let body = "";
    for await (const chunk of request) body += String(chunk);
    const path = new URL(request.url ?? "/", "http://terminal").pathname;
    this.actions.push(JSON.parse(body));
    if (path === "/api/staff/fallback" && this.answerStatus === 204) return this.#json(response, this.fallback);
    if (path === "/api/staff/fallback/certificate") return this.#json(response, this.paperCheck);
    response.writeHead(this.answerStatus, headers).end();
  }

  #json(response: ServerResponse, value: object): void {
    response.writeHead(200, { ...headers, "Content-Type": "application/json" }).end(JSON.stringify(value));
  }

  #file(response: ServerResponse, path: string | undefined): void {
    if (!path || !existsSync(path) || !statSync(path).isFile()) {
      response.writeHead(404, headers).end();
      return;
    }
    response.writeHead(200, { ...headers, "Content-Type": types[extname(path)] ?? "application/octet-stream" });
    createReadStream(path).pipe(response);
  }
}
