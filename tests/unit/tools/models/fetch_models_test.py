#!/usr/bin/python3
"""What tools/models promises: pinned bytes or nothing, from any source, and the same again."""

import contextlib
import hashlib
import http.server
import importlib.machinery
import importlib.util
import io
import pathlib
import sys
import tempfile
import threading
import unittest

sys.dont_write_bytecode = True
REPOSITORY = pathlib.Path(__file__).resolve().parents[4]
TOOLS = REPOSITORY / "tools" / "models"
sys.path.insert(0, str(TOOLS))


def load_fetch_models():
    loader = importlib.machinery.SourceFileLoader("fetch_models", str(TOOLS / "fetch-models"))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader("fetch_models", loader))
    loader.exec_module(module)
    return module


fetch_models = load_fetch_models()
GOOD = b"weights" * 1000
NOBODY = "http://127.0.0.1:9/"  # the discard port: nothing listens


def pinned(name="net.onnx", addresses=(), content=GOOD):
    return fetch_models.File(name, len(content), hashlib.sha256(content).hexdigest(), addresses)


@contextlib.contextmanager
def server(content):
    """Serves the content on loopback and yields its address."""

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(200)
            self.end_headers()
            with contextlib.suppress(ConnectionError):
                self.wfile.write(content)

        def log_message(self, *_):
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as httpd:
        thread = threading.Thread(target=httpd.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{httpd.server_port}/net.onnx"
        finally:
            httpd.shutdown()
            thread.join()


class Fetching(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="fetch models ")  # with a space
        self.addCleanup(folder.cleanup)
        self.target = pathlib.Path(folder.name) / "target"
        self.source = pathlib.Path(folder.name) / "source"
        self.source.mkdir()
        self.messages = io.StringIO()
        silenced = contextlib.redirect_stderr(self.messages)
        silenced.__enter__()
        self.addCleanup(silenced.__exit__, None, None, None)

    def fetch(self, *files):
        return fetch_models.fetch(files, self.target, [self.source])

    def test_a_file_is_taken_from_anywhere_in_the_folder(self):
        (self.source / "deep").mkdir()
        (self.source / "deep" / "net.onnx").write_bytes(GOOD)
        self.assertEqual(self.fetch(pinned()), [])
        self.assertEqual((self.target / "net.onnx").read_bytes(), GOOD)

    def test_a_second_run_touches_nothing(self):
        (self.source / "net.onnx").write_bytes(GOOD)
        self.fetch(pinned())
        before = (self.target / "net.onnx").stat().st_mtime_ns
        (self.source / "net.onnx").unlink()
        self.assertEqual(self.fetch(pinned()), [])
        self.assertEqual((self.target / "net.onnx").stat().st_mtime_ns, before)

    def test_an_altered_file_is_passed_over_wherever_it_stands(self):
        (self.source / "net.onnx").write_bytes(GOOD.replace(b"w", b"W", 1))
        with server(GOOD) as address:
            self.assertEqual(self.fetch(pinned(addresses=[address])), [])
        self.assertEqual((self.target / "net.onnx").read_bytes(), GOOD)

    def test_an_altered_target_is_replaced(self):
        self.target.mkdir()
        (self.target / "net.onnx").write_bytes(b"old")
        (self.source / "net.onnx").write_bytes(GOOD)
        self.assertEqual(self.fetch(pinned()), [])
        self.assertEqual((self.target / "net.onnx").read_bytes(), GOOD)

    def test_the_next_address_is_asked_when_one_fails(self):
        with server(GOOD) as address:
            self.assertEqual(self.fetch(pinned(addresses=[NOBODY, address])), [])

    def test_wrong_downloads_are_refused_and_leave_nothing(self):
        for content in (b"", GOOD[:-1], GOOD + b"x", GOOD * 100, b"<html>not found</html>"):
            with server(content) as address:
                self.assertEqual(self.fetch(pinned(addresses=[address])), ["net.onnx"])
            self.assertEqual(list(self.target.iterdir()), [])

    def test_what_cannot_be_had_is_said_loudly_and_has_its_own_status(self):
        manifest = self.source / "manifest.def"
        digest = "0" * 64
        manifest.write_text(f'MODEL(Detector, "nowhere.onnx", 5,\n      "{digest}")\n')
        original, fetch_models.MANIFEST = fetch_models.MANIFEST, manifest
        try:
            status = fetch_models.main([str(self.target), "--from", str(self.source)])
        finally:
            fetch_models.MANIFEST = original
        self.assertEqual(status, 3)
        self.assertIn("NOT AVAILABLE: nowhere.onnx", self.messages.getvalue())


class Manifest(unittest.TestCase):
    def test_each_model_of_the_program_is_read(self):
        text = fetch_models.MANIFEST.read_text()
        files = fetch_models.read_manifest(text)
        self.assertEqual(len(files), text.count("\nMODEL("))
        for name in fetch_models.ADDRESSES.keys() | fetch_models.PARTS.keys():
            self.assertIn(name, [file.name for file in files])

    def test_what_the_repository_carries_is_the_pinned_file(self):
        carried = 0
        for file in fetch_models.read_manifest(fetch_models.MANIFEST.read_text()):
            path = fetch_models.MANIFEST.parent / file.name
            if path.exists():
                self.assertTrue(file.is_content(path.read_bytes()), file.name)
                carried += 1
        self.assertEqual(carried, 2)


LAYERS = """<net><layers>
<layer id="0" type="Parameter"><output><port id="0"><dim>1</dim><dim>2</dim><dim>4</dim><dim>4</dim></port></output></layer>
<layer id="1" type="Const"><data element_type="f16" shape="3,2,1,1" offset="0" size="12"/></layer>
<layer id="2" type="Convert"/>
<layer id="3" type="Convolution"><data strides="1, 1" dilations="1, 1" pads_begin="0, 0" pads_end="0, 0"/>
  <output><port id="2"><dim>1</dim><dim>3</dim><dim>4</dim><dim>4</dim></port></output></layer>
<layer id="4" type="Const"><data element_type="f32" shape="1,3,1,1" offset="12" size="12"/></layer>
<layer id="5" type="Add"><output><port id="2"><dim>1</dim><dim>3</dim><dim>4</dim><dim>4</dim></port></output></layer>
<layer id="6" type="LAST"><output><port id="1"><dim>1</dim><dim>3</dim><dim>4</dim><dim>4</dim></port></output></layer>
<layer id="7" type="Result"/>
</layers><edges>
<edge from-layer="0" from-port="0" to-layer="3" to-port="0"/>
<edge from-layer="1" from-port="0" to-layer="2" to-port="0"/>
<edge from-layer="2" from-port="1" to-layer="3" to-port="1"/>
<edge from-layer="3" from-port="2" to-layer="5" to-port="0"/>
<edge from-layer="4" from-port="0" to-layer="5" to-port="1"/>
<edge from-layer="5" from-port="2" to-layer="6" to-port="0"/>
<edge from-layer="6" from-port="1" to-layer="7" to-port="0"/>
</edges></net>"""


class Conversion(unittest.TestCase):
    def setUp(self):
        try:
            import numpy
            import onnx
            import openvino_ir_to_onnx
        except ImportError:
            self.skipTest("python3-onnx or python3-numpy is not installed")
        self.numpy, self.onnx, self.converter = numpy, onnx, openvino_ir_to_onnx
        weights = numpy.array([1, 2, 3, 4, 5, 6], "<f2").tobytes()
        self.weights = weights + numpy.array([0.5, 1.5, 2.5], "<f4").tobytes()

    def test_convolution_and_its_bias_become_one_node_with_widened_weights(self):
        content = self.converter.convert(LAYERS.replace("LAST", "Sigmoid"), self.weights)
        graph = self.onnx.load_from_string(content).graph
        self.assertEqual([node.op_type for node in graph.node], ["Conv", "Sigmoid"])
        weights, bias = map(self.onnx.numpy_helper.to_array, graph.initializer)
        self.assertEqual(weights.shape, (3, 2, 1, 1))
        self.assertEqual(weights.dtype, self.numpy.float32)
        self.assertEqual(weights.flatten().tolist(), [1, 2, 3, 4, 5, 6])
        self.assertEqual(bias.tolist(), [0.5, 1.5, 2.5])

    def test_the_same_network_gives_the_same_bytes(self):
        text = LAYERS.replace("LAST", "Sigmoid")
        first = self.converter.convert(text, self.weights)
        self.assertEqual(first, self.converter.convert(text, self.weights))

    def test_an_unknown_operation_is_refused(self):
        with self.assertRaises(self.converter.UnknownOperation):
            self.converter.convert(LAYERS.replace("LAST", "Softmax"), self.weights)

    def test_networks_of_intel_are_converted_to_their_pinned_bytes(self):
        folder = REPOSITORY.parent / "shared" / "models"
        files = fetch_models.read_manifest(fetch_models.MANIFEST.read_text())
        for file in (file for file in files if file.made_from):
            parts = [fetch_models.from_folder(part, folder) for part in file.made_from]
            if None in parts:
                self.skipTest("the networks in OpenVINO's form are not at hand")
            self.assertTrue(file.is_content(self.converter.convert(*parts)), file.name)

    def test_a_network_of_intel_is_made_where_only_its_parts_are_at_hand(self):
        xml, weights = LAYERS.replace("LAST", "Sigmoid").encode(), self.weights
        made = self.converter.convert(xml, weights)
        parts = tuple(pinned(n, content=c) for n, c in (("n.xml", xml), ("n.bin", weights)))
        file = fetch_models.File("n.onnx", len(made), hashlib.sha256(made).hexdigest(), (), parts)
        with tempfile.TemporaryDirectory() as folder:
            for part, content in zip(parts, (xml, weights)):
                (pathlib.Path(folder) / part.name).write_bytes(content)
            self.assertEqual(fetch_models.find(file, [pathlib.Path(folder)]), made)

    def test_the_largest_of_a_window_is_converted_only_when_it_rounds_as_onnx_does(self):
        for rounding, accepted in (("floor", True), ("ceil", False)):
            window = (
                f'<data strides="2, 2" pads_begin="0, 0" pads_end="0, 0" kernel="2, 2"'
                f' rounding_type="{rounding}"/>'
            )
            layers = LAYERS.replace('type="LAST">', f'type="MaxPool">{window}').replace(
                '<port id="1"><dim>1</dim><dim>3</dim><dim>4</dim><dim>4</dim>',
                '<port id="1"><dim>1</dim><dim>3</dim><dim>2</dim><dim>2</dim>',
            )
            if not accepted:
                with self.assertRaises(self.converter.UnknownOperation):
                    self.converter.convert(layers, self.weights)
                continue
            node = self.onnx.load_from_string(self.converter.convert(layers, self.weights)).graph.node[1]
            self.assertEqual(node.op_type, "MaxPool")


if __name__ == "__main__":
    unittest.main()
