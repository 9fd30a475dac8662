"""Converts a network from OpenVINO's intermediate representation (XML and weights) to ONNX.

Knows the operations of face-reidentification-retail-0095 and landmarks-regression-retail-0009 and
refuses any other. A convolution and
the constant added to it become one ONNX node; 16-bit weights are widened to 32 bit. The same input
gives the same bytes, so that the result can be pinned by its hash.
"""

import xml.etree.ElementTree as ElementTree

import numpy
import onnx
from onnx import TensorProto, helper, numpy_helper, shape_inference

ELEMENT_TYPES = {"f16": "<f2", "f32": "<f4", "i64": "<i8"}
ONNX_OPSET = 11
ONNX_FORMAT = 6


class UnknownOperation(Exception):
    pass


class Converter:
    def __init__(self, xml, weights):
        root = ElementTree.fromstring(xml)
        self.weights = weights
        self.layers = {int(layer.get("id")): layer for layer in root.find("layers")}
        self.inputs = {}  # layer -> {port: layer that feeds it}
        for edge in root.find("edges"):
            ports = self.inputs.setdefault(int(edge.get("to-layer")), {})
            ports[int(edge.get("to-port"))] = int(edge.get("from-layer"))
        self.constants = {}  # layer -> array
        self.names = {}  # layer -> name of its value in ONNX
        self.nodes = []
        self.initializers = []

    def convert(self):
        graph_input = graph_output = None
        for layer in self.in_order():
            kind = self.layers[layer].get("type")
            if kind == "Parameter":
                self.names[layer] = "data"
                graph_input = self.value_info(layer, "data")
            elif kind == "Result":
                source = self.sources(layer)[0]
                graph_output = self.value_info(source, self.names[source])
            else:
                self.convert_layer(layer, kind)
        graph = helper.make_graph(self.nodes, "g", [graph_input], [graph_output], self.initializers)
        model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", ONNX_OPSET)])
        model.ir_version = ONNX_FORMAT
        onnx.checker.check_model(model)
        return shape_inference.infer_shapes(model).SerializeToString()

    def in_order(self):
        done = set()

        def visit(layer):  # networks of this kind are a few hundred layers deep at most
            stack = [layer]
            while stack:
                waiting = [s for s in self.sources(stack[-1]) if s not in done]
                if waiting:
                    stack.extend(reversed(waiting))
                    continue
                ready = stack.pop()
                if ready not in done:
                    done.add(ready)
                    yield ready

        for layer in sorted(self.layers):
            yield from visit(layer)

    def convert_layer(self, layer, kind):
        operations = {
            "Const": self.constant,
            "Convert": self.widened,
            "Convolution": self.convolution,
            "GroupConvolution": self.group_convolution,
            "Add": self.add,
            "Multiply": self.multiply,
            "PReLU": self.prelu,
            "Sigmoid": self.sigmoid,
            "AvgPool": self.global_average,
            "MaxPool": self.largest,
        }
        if kind not in operations:
            raise UnknownOperation(kind)
        operations[kind](layer)

    # Operations, in the words of OpenVINO's operation set 1.

    def constant(self, layer):
        data = self.layers[layer].find("data")
        start, size = int(data.get("offset")), int(data.get("size"))
        element = ELEMENT_TYPES[data.get("element_type")]
        values = numpy.frombuffer(self.weights[start : start + size], element)
        shape = [int(side) for side in data.get("shape").split(",") if side.strip()]
        self.constants[layer] = values.reshape(shape)

    def widened(self, layer):
        self.constants[layer] = self.constants[self.sources(layer)[0]].astype("<f4")

    def convolution(self, layer):
        self.emit_convolution(layer, self.constants[self.sources(layer)[1]], groups=1)

    def group_convolution(self, layer):
        weights = self.constants[self.sources(layer)[1]]
        groups, outputs, inputs = weights.shape[:3]
        flat = weights.reshape(groups * outputs, inputs, *weights.shape[3:])
        self.emit_convolution(layer, flat, groups)

    def emit_convolution(self, layer, weights, groups):
        data = self.layers[layer].find("data")
        pads = numbers(data, "pads_begin") + numbers(data, "pads_end")
        node = helper.make_node(
            "Conv",
            [self.names[self.sources(layer)[0]], self.initializer(f"w{layer}", weights)],
            [f"t{layer}"],
            kernel_shape=list(weights.shape[2:]),
            strides=numbers(data, "strides"),
            dilations=numbers(data, "dilations"),
            pads=pads,
            group=groups,
        )
        self.nodes.append(node)
        self.names[layer] = f"t{layer}"

    def add(self, layer):
        first, second = self.sources(layer)
        bias = self.constants.get(second)
        latest = self.nodes[-1]
        if bias is not None and latest.op_type == "Conv" and latest.output[0] == self.names[first]:
            latest.input.append(self.initializer(f"b{first}", bias.reshape(-1)))
            self.names[layer] = self.names[first]
        else:
            self.emit(layer, "Add", [self.value(first), self.value(second)])

    def multiply(self, layer):
        self.emit(layer, "Mul", [self.value(source) for source in self.sources(layer)])

    def prelu(self, layer):
        source, slope = self.sources(layer)
        slopes = self.constants[slope].reshape(-1, 1, 1)
        self.emit(layer, "PRelu", [self.names[source], self.initializer(f"p{layer}", slopes)])

    def sigmoid(self, layer):
        self.emit(layer, "Sigmoid", [self.names[self.sources(layer)[0]]])

    def global_average(self, layer):
        source = self.sources(layer)[0]
        if numbers(self.layers[layer].find("data"), "kernel") != self.shape(source)[2:]:
            raise UnknownOperation("AvgPool over a part of the picture")
        self.emit(layer, "GlobalAveragePool", [self.names[source]])

    def largest(self, layer):
        data = self.layers[layer].find("data")
        if data.get("rounding_type") != "floor":  # ONNX's own way of rounding
            raise UnknownOperation("MaxPool that rounds up")
        node = helper.make_node(
            "MaxPool",
            [self.value(self.sources(layer)[0])],
            [f"t{layer}"],
            kernel_shape=numbers(data, "kernel"),
            strides=numbers(data, "strides"),
            pads=numbers(data, "pads_begin") + numbers(data, "pads_end"),
        )
        self.nodes.append(node)
        self.names[layer] = f"t{layer}"

    # Small change.

    def emit(self, layer, operation, inputs):
        self.nodes.append(helper.make_node(operation, inputs, [f"t{layer}"]))
        self.names[layer] = f"t{layer}"

    def value(self, layer):
        if layer in self.constants:
            return self.initializer(f"c{layer}", self.constants[layer])
        return self.names[layer]

    def initializer(self, name, values):
        self.initializers.append(numpy_helper.from_array(numpy.ascontiguousarray(values), name))
        return name

    def sources(self, layer):
        ports = self.inputs.get(layer, {})
        return [ports[port] for port in sorted(ports)]

    def shape(self, layer):
        return [int(side.text) for side in self.layers[layer].findall("output/port[1]/dim")]

    def value_info(self, layer, name):
        return helper.make_tensor_value_info(name, TensorProto.FLOAT, self.shape(layer))


def numbers(data, attribute):
    return [int(number) for number in data.get(attribute).split(",")]


def convert(xml, weights):
    """The ONNX file's bytes. Raises UnknownOperation."""
    return Converter(xml, weights).convert()
