package io.engageroutes.delivery;

class TurnsTest extends TurnsContract {

    @Override
    protected TestDatabase open() {
        return TestDatabase.h2();
    }
}
