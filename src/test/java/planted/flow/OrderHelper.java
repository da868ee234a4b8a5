package planted.flow;

class OrderHelper {}
