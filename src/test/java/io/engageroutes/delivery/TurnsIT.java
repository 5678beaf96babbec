package io.engageroutes.delivery;

import java.io.IOException;

class TurnsIT extends TurnsContract {

    @Override
    protected TestDatabase open() throws IOException {
        return TestDatabase.postgreSql();
    }
}
