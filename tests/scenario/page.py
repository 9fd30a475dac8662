"""A page of the running terminal (docs/terminal-api.md): what it shows, and its buttons."""

import http.client
import json
import threading
import time

PATIENCE = 90  # seconds for a state to come; a loaded machine is slow, not wrong
RETRY = 0.05


class Page:
    """Follows one event stream; `events` has every state that was shown, oldest first."""

    def __init__(self, port, who):
        self.port, self.who = port, who
        self.events = []
        self.changed = threading.Condition()
        self.connection = http.client.HTTPConnection("127.0.0.1", port)
        self.connection.request("GET", f"/api/{who}/events")
        self.answer = self.connection.getresponse()
        threading.Thread(target=self.follow, daemon=True).start()
        self.wait_for(lambda _: True, "the first event")

    def follow(self):
        try:
            for line in self.answer:
                if line.startswith(b"data: "):
                    with self.changed:
                        self.events.append(json.loads(line[len("data: "):]))
                        self.changed.notify_all()
        except (OSError, ValueError, http.client.HTTPException):
            pass  # the terminal ended; whoever waits says so

    def mark(self):
        with self.changed:
            return len(self.events)

    def since(self, mark):
        with self.changed:
            return self.events[mark:]

    def newest(self):
        with self.changed:
            return self.events[-1]

    def wait_for(self, is_it, what):
        """The present state, once is_it holds for it."""
        return self.wait_after(None, is_it, what)[1]

    def wait_after(self, mark, is_it, what):
        """The newest state since the mark for which is_it holds, and the mark behind it."""
        with self.changed:
            def found():
                start = max(len(self.events) - 1, 0) if mark is None else mark
                at = next((i for i in reversed(range(start, len(self.events))) if is_it(self.events[i])), None)
                return None if at is None else (at + 1, self.events[at])

            if not self.changed.wait_for(lambda: found() is not None, PATIENCE):
                raise AssertionError(f"{self.who}: {what} did not come; last seen: {self.events[-1:]}")
            return found()

    def act(self, **action):
        """Presses a button; gives the HTTP status."""
        return self.ask("POST", f"/api/{self.who}/action", action)[0]

    def ask(self, method, path, body=None):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        headers = {"Content-Type": "application/json"} if body is not None else {}
        connection.request(method, path, json.dumps(body) if body is not None else None, headers)
        answer = connection.getresponse()
        content = answer.read()
        connection.close()
        return answer.status, content

    def close(self):
        self.connection.close()


def wait_until(is_so, what):
    limit = time.monotonic() + PATIENCE
    while not is_so():
        if time.monotonic() > limit:
            raise AssertionError(f"{what} did not come")
        time.sleep(RETRY)
